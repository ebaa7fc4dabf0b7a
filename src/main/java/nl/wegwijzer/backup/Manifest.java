package nl.wegwijzer.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The first page of an archive: what it holds.
 *
 * @param madeAt when
 * @param mark of which deployment
 * @param schema the migrations that made the schema, each as its version and checksum
 * @param secrets the deployment's secrets file, without which receipts don't open
 * @param tables in the order in which their rows follow
 */
record Manifest(Instant madeAt, DeploymentMark mark, List<String> schema, byte[] secrets, List<Table> tables) {
    private static final int MOST_SECRET_BYTES = 1 << 20;
    private static final int MOST_NAMES = 10_000;

    Manifest {
        schema = List.copyOf(schema);
        secrets = secrets.clone();
        tables = List.copyOf(tables);
    }

    @Override
    public byte[] secrets() {
        return secrets.clone();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(madeAt.toString());
        mark.write(out);
        names(out, schema);
        out.writeInt(secrets.length);
        out.write(secrets);
        out.writeInt(tables.size());
        for (Table table : tables) {
            out.writeUTF(table.name());
            names(out, table.columns());
        }
    }

    /** @throws BackupException when it is something else */
    static Manifest read(DataInputStream in) throws IOException {
        try {
            Instant madeAt = Instant.parse(in.readUTF());
            DeploymentMark mark = DeploymentMark.read(in);
            List<String> schema = names(in);
            byte[] secrets = in.readNBytes(count(in, MOST_SECRET_BYTES));
            int count = count(in, MOST_NAMES);
            List<Table> tables = new ArrayList<>();
            for (int table = 0; table < count; table++) {
                tables.add(new Table(in.readUTF(), names(in)));
            }
            return new Manifest(madeAt, mark, schema, secrets, tables);
        } catch (DateTimeException malformed) {
            throw new BackupException("This backup does not hold what it should.", malformed);
        }
    }

    private static void names(DataOutputStream out, List<String> names) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    private static List<String> names(DataInputStream in) throws IOException {
        int count = count(in, MOST_NAMES);
        List<String> names = new ArrayList<>();
        for (int name = 0; name < count; name++) {
            names.add(in.readUTF());
        }
        return names;
    }

    static int count(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new BackupException("This backup does not hold what it should.");
        }
        return count;
    }

    @Override
    public String toString() {
        return "Manifest[" + madeAt + "]";
    }
}
