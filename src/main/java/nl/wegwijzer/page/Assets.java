package nl.wegwijzer.page;

/** Addresses of the files in {@code web/static}: styles, scripts, icons and portraits. */
public interface Assets {

    /**
     * Returns the address under which a file is served, with a hash in it, so that browsers may keep it for ever. The
     * hash stands in the directory ({@code /s/<hash over all files>/js/chat.js}), never in the file's own name, because
     * the script modules import one another by relative path.
     *
     * @param name path below {@code web/static}, e.g. {@code css/base.css}
     * @throws IllegalArgumentException when there is no such file: a fault in a template, which a test finds
     */
    String path(String name);
}
