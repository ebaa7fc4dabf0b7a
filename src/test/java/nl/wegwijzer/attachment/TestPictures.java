package nl.wegwijzer.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Makes pictures as phones make them, with all that they tell of their owner, and files that only look like pictures. */
public final class TestPictures {
    /** Stands in every place where a file can hide a word. */
    public static final String MARKER = "VERRADERLIJK";

    private TestPictures() {}

    /** A picture with a red, a green, a blue and a white quarter: upper left, upper right, lower left, lower right. */
    public static BufferedImage quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < colours.length; i++) {
            graphics.setColor(colours[i]);
            graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width - width / 2, height - height / 2);
        }
        graphics.dispose();
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        return written(quarters(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return written(quarters(width, height), "png");
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A photo with place, camera, time, a thumbnail, XMP, IPTC and a comment. */
    public static byte[] tellingJpeg(int width, int height, int orientation) {
        byte[] plain = jpeg(width, height);
        byte[] exif = join(ascii("Exif\0\0"), exif(orientation));
        return join(
                Arrays.copyOf(plain, 2),
                segment(0xE1, exif),
                segment(0xE1, ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + MARKER + "XMP</x:xmpmeta>")),
                segment(0xED, ascii("Photoshop 3.0\0008BIM" + MARKER + "IPTC")),
                segment(0xEE, ascii("MAKER" + MARKER + "APP14")),
                segment(0xFE, ascii(MARKER + " commentaar")),
                Arrays.copyOfRange(plain, 2, plain.length));
    }

    /** A screenshot with text chunks, compressed text, EXIF and a time. */
    public static byte[] tellingPng(int width, int height, int orientation) {
        byte[] plain = png(width, height);
        int afterHeader = 8 + 25;
        return join(
                Arrays.copyOf(plain, afterHeader),
                chunk("tEXt", ascii("Author\0" + MARKER)),
                chunk("iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0" + MARKER)),
                chunk("zTXt", join(ascii("Comment\0\0"), deflated(ascii(MARKER)))),
                chunk("eXIf", exif(orientation)),
                chunk("tIME", new byte[] {7, (byte) 0xEA, 11, 21, 10, 0, 0}),
                Arrays.copyOfRange(plain, afterHeader, plain.length));
    }

    /** A PNG whose compressed text is this many bytes when it is unpacked. */
    public static byte[] pngWithTextBomb(int bytes) {
        byte[] plain = png(16, 16);
        int afterHeader = 8 + 25;
        return join(
                Arrays.copyOf(plain, afterHeader),
                chunk("zTXt", join(ascii("Comment\0\0"), deflated(new byte[bytes]))),
                Arrays.copyOfRange(plain, afterHeader, plain.length));
    }

    /** A PNG of a few bytes that says it has this size. */
    public static byte[] pngBomb(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", header),
                chunk("IDAT", deflated(new byte[1000])),
                chunk("IEND", new byte[0]));
    }

    /** A small JPEG that says it has this size. */
    public static byte[] jpegBomb(int width, int height) {
        byte[] jpeg = jpeg(16, 16);
        for (int i = 0; i < jpeg.length - 9; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return jpeg;
            }
        }
        throw new IllegalStateException("no frame");
    }

    /** A JPEG whose last scan is repeated many times. */
    public static byte[] jpegWithScans(int count) {
        byte[] jpeg = jpeg(16, 16);
        int scan = 0;
        for (int i = 0; i < jpeg.length - 1; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xDA) {
                scan = i;
            }
        }
        byte[] repeated = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf(jpeg, scan));
        for (int i = 0; i < count; i++) {
            out.writeBytes(repeated);
        }
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
        return out.toByteArray();
    }

    /** A TIFF block with a camera, an owner, a place, an orientation and a thumbnail, each with the marker. */
    private static byte[] exif(int orientation) {
        byte[] camera = ascii(MARKER + "CAMERA\0");
        byte[] place = ascii(MARKER + "GPS\0");
        byte[] thumbnail = join(
                new byte[] {(byte) 0xFF, (byte) 0xD8}, ascii(MARKER + "THUMB"), new byte[] {(byte) 0xFF, (byte) 0xD9});
        int entries = 3;
        int gps = 8 + 2 + entries * 12 + 4;
        int second = gps + 2 + 12 + 4;
        int values = second + 2 + 2 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(values + camera.length + place.length + thumbnail.length);
        tiff.put(ascii("MM")).putShort((short) 42).putInt(8);
        tiff.putShort((short) entries);
        entry(tiff, 0x010F, 2, camera.length, values);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        entry(tiff, 0x8825, 4, 1, gps);
        tiff.putInt(second);
        tiff.putShort((short) 1);
        entry(tiff, 0x001C, 2, place.length, values + camera.length);
        tiff.putInt(0);
        tiff.putShort((short) 2);
        entry(tiff, 0x0201, 4, 1, values + camera.length + place.length);
        entry(tiff, 0x0202, 4, 1, thumbnail.length);
        tiff.putInt(0);
        return tiff.put(camera).put(place).put(thumbnail).array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    public static byte[] segment(int marker, byte[] content) {
        return join(
                new byte[] {(byte) 0xFF, (byte) marker},
                ByteBuffer.allocate(2).putShort((short) (content.length + 2)).array(),
                content);
    }

    public static byte[] chunk(String type, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(ascii(type));
        crc.update(content);
        return join(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                ascii(type),
                content,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** The bytes as a received file. */
    static PictureSource source(byte[] bytes) {
        return new PictureSource() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public int read(long position, byte[] into, int offset, int count) {
                if (position >= bytes.length) {
                    return -1;
                }
                int available = (int) Math.min(Math.min(count, 1000), bytes.length - position);
                System.arraycopy(bytes, (int) position, into, offset, available);
                return available;
            }
        };
    }
}
