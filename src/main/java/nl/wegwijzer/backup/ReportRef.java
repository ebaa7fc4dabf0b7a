package nl.wegwijzer.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import nl.wegwijzer.seal.AssociatedData;

/** Which report something belongs to. */
record ReportRef(UUID school, UUID report) {
    static ReportRef of(byte[] school, byte[] report) {
        return new ReportRef(id(school), id(report));
    }

    private static UUID id(byte[] bytes) {
        ByteBuffer id = ByteBuffer.wrap(bytes);
        return new UUID(id.getLong(), id.getLong());
    }

    static ReportRef read(DataInputStream in) throws IOException {
        return new ReportRef(new UUID(in.readLong(), in.readLong()), new UUID(in.readLong(), in.readLong()));
    }

    void write(DataOutputStream out) throws IOException {
        for (UUID id : new UUID[] {school, report}) {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        }
    }

    /** Returns where a row of this report belongs in an archive; it opens in no other table and for no other report. */
    AssociatedData place(Table table) {
        return AssociatedData.of("reservekopie rij", school, report, table.name());
    }
}
