package plumbline.mock.engine.journal;

import java.util.List;

/** What has been asked and answered lately. Thread-safe. */
public interface ExchangeLog {
    /** {@return the last exchanges after the one of this number, oldest first, at most so many} */
    List<LoggedExchange> after(long number, int most);

    /** {@return the number of the last exchange; 0 if there was none} */
    long last();
}
