package plumbline.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTests {
    @ParameterizedTest
    @CsvSource({
        "/home/me/shop.yaml,            shop.yaml",
        "file:///home/me/shop.yaml,     shop.yaml",
        "C:\\Users\\me\\shop.yaml,      shop.yaml",
        "C:/Users/me/shop.yaml,         shop.yaml",
        "\\\\server\\share\\shop.yaml,  shop.yaml",
        "shop.yaml,                     shop.yaml",
        "openapi/shop.yaml,             openapi/shop.yaml",
        "../common/errors.yaml,         ../common/errors.yaml",
        "https://example.org/shop.yaml, https://example.org/shop.yaml",
    })
    void tellsOthersNoFolderOfThisMachine(String file, String told) {
        assertThat(new Place(file, 3, 4, "/paths").withoutFolders()).hasToString(told + ":3:4 (#/paths)");
    }
}
