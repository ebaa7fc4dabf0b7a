package nl.wegwijzer.reading.model;

/** The model files are missing, damaged or do not fit together: the product was built wrong and must not start. */
public final class ModelException extends RuntimeException {

    /** Says what is wrong. */
    public ModelException(String problem) {
        super(problem);
    }

    /** Says what is wrong and keeps the cause. */
    public ModelException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
