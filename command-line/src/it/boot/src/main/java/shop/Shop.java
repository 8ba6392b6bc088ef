package shop;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@SpringBootApplication
@RestController
public class Shop {
    private static final List<Book> BOOKS =
            List.of(new Book("9780156949606", "The Waves", 297), new Book("9780140449136", "Crime and Punishment", 671));

    public static void main(String[] args) {
        SpringApplication.run(Shop.class, args);
    }

    record Book(String isbn, String title, int pages) {}

    @GetMapping("/books")
    List<Book> list() {
        return BOOKS;
    }

    @GetMapping("/books/{isbn}")
    Book get(@PathVariable String isbn) {
        if (!isbn.matches("[0-9]{13}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "an ISBN has 13 digits");
        }
        return BOOKS.stream()
                .filter(book -> book.isbn().equals(isbn))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such book"));
    }
}
