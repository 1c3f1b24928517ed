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
    return """
    BEGIN:VCALENDAR
    VERSION:2.0
    BEGIN:VEVENT
    UID:1
    DTSTART:20261124T180000
    SUMMARY:Sitzung
    END:VEVENT
    END:VCALENDAR
    """;
  }
}
