package org.allmende.harvest.source.ical;

import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormatContract;

class IcalSourceFormatContractTest extends SourceFormatContract {

  @Override
  protected SourceFormat format() {
    return new IcalSourceFormat();
  }

  @Override
  protected HarvestSource source() {
    return Harvests.source("ical", Harvests.mapping("fields: [{ name: summary }]"));
  }

  @Override
  protected String document() {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261124T180000\r\n"
        + "SUMMARY:Sitzung\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }
}
