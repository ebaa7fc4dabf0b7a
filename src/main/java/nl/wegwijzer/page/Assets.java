package nl.wegwijzer.page;

/** Addresses of the files in {@code web/static}: styles, scripts, icons and portraits. */
public interface Assets {

    /**
     * Returns the address under which a file is served, with a hash of its content in the name, so that browsers may
     * keep it for ever.
     *
     * @param name path below {@code web/static}, e.g. {@code css/base.css}
     * @throws IllegalArgumentException when there is no such file: a fault in a template, which a test finds
     */
    String path(String name);
}
