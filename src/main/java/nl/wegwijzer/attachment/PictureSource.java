package nl.wegwijzer.attachment;

import java.io.IOException;

/** The bytes of a file as it was sent, to be read at any position without holding them all. */
public interface PictureSource {

    /** Returns how many bytes there are. */
    long length();

    /**
     * Reads some bytes.
     *
     * @param position of the first, from 0
     * @return how many were read, at least one; -1 at the end
     */
    int read(long position, byte[] into, int offset, int count) throws IOException;
}
