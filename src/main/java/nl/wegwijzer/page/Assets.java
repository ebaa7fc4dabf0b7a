package nl.wegwijzer.page;

/** Where a page finds its style sheets, scripts, icons and pictures. */
public interface Assets {

    /**
     * Returns the path under which a file of {@code web/static} is served, with a hash of the contents in it.
     *
     * @param name path below {@code web/static}, e.g. {@code css/base.css}
     */
    String path(String name);
}
