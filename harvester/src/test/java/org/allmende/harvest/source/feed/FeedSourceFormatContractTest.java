package org.allmende.harvest.source.feed;

import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormatContract;

class FeedSourceFormatContractTest extends SourceFormatContract {

  @Override
  protected SourceFormat format() {
    return FeedSourceFormat.rss();
  }

  @Override
  protected HarvestSource source() {
    return Harvests.source("rss", Harvests.mapping("fields: [{ name: title }]"));
  }

  @Override
  protected String document() {
    return "<rss><channel><item><title>Bad zu</title></item></channel></rss>";
  }
}
