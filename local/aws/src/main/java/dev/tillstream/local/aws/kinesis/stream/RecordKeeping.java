package dev.tillstream.local.aws.kinesis.stream;

/** Keeps account of one stream's records: the memory they take, and what of them is on disk. */
record RecordKeeping(StreamName stream, MemoryBudget budget, StreamArchive archive) {

    void added(String shardId, StreamRecord record) {
        budget.take(record.memory());
        archive.save(stream, shardId, record);
    }

    /** Taken into memory from the disk. */
    void restored(StreamRecord record) {
        budget.take(record.memory());
    }

    void dropped(StreamRecord record) {
        budget.giveBack(record.memory());
        archive.remove(record.sequence());
    }
}
