using CsCheck;
using Research.Data.Download;
using Research.Tests;

namespace Research.Data.Tests.Download;

public class ShownAddressTests
{
    [Theory]
    [InlineData("https://host/a.zip", "https://host/a.zip")]
    [InlineData("https://name:secret@host:8080/a.zip?key=secret#secret", "https://host:8080/a.zip?…")]
    [InlineData("https://name:sec@ret@host/a.zip", "https://…")]
    [InlineData("https://name:sec/ret@host/a.zip", "https://…")]
    [InlineData("https://name:12/secret@host/a.zip", "https://…")]
    [InlineData("https://name:sec?ret@host/a.zip?key=1", "https://…")]
    [InlineData("https://name:sec#ret@host/a.zip", "https://…")]
    [InlineData("https://name:sec\\ret@host/a.zip", "https://…")]
    [InlineData(" HTTPS://name:secret@host/a.zip", "HTTPS://host/a.zip")]
    [InlineData("ftp://secret@host/a.zip", "ftp://host/a.zip")]
    [InlineData("https://name:secret@[::1]:8080/a.zip", "https://[::1]:8080/a.zip")]
    [InlineData("https://host/@scope/a.zip", "https://host/@scope/a.zip")]
    [InlineData("/data/mirror@home", "/data/mirror@home")]
    [InlineData("file:///data/mirror@home", "file:///data/mirror@home")]
    [InlineData("", "")]
    public void An_address_is_shown_without_what_only_its_owner_may_know(string address, string shown) =>
        Assert.Equal(shown, ShownAddress.Of(address));

    [Fact]
    public void No_password_is_shown_whatever_its_characters() =>
        Gen.String[Gen.Char["a:@/?#\\ %é;=&[]\"<"], 0, 6]
            .HoldsFor(
                2000,
                odd =>
                {
                    string shown = ShownAddress.Of($"https://name:{odd}SECRET{odd}@host/a.zip?key=SECRET");
                    Assert.DoesNotContain("SECRET", shown, StringComparison.Ordinal);
                    Assert.StartsWith("https://", shown, StringComparison.Ordinal);
                }
            );
}
