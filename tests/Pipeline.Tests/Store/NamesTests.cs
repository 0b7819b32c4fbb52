using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public class NamesTests
{
    [Theory]
    [InlineData("summary.csv", true)]
    [InlineData("a b.csv", true)]
    [InlineData("σύνοψη.csv", true)]
    [InlineData(".hidden", true)]
    [InlineData("..", false)]
    [InlineData(".", false)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a:b", false)]
    [InlineData("a\u0007", false)]
    [InlineData("a.", false)]
    [InlineData("a ", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_plain_file_name_is_told_from_a_path(string? name, bool plain) => Assert.Equal(plain, Names.IsFileName(name));

    [Fact]
    public void A_name_has_at_most_255_characters()
    {
        Assert.True(Names.IsFileName(new string('a', 255)));
        Assert.False(Names.IsFileName(new string('a', 256)));
        Assert.True(Names.IsLine(new string('a', 255)));
        Assert.False(Names.IsLine(new string('a', 256)));
    }

    [Theory]
    [InlineData('0', 64, true)]
    [InlineData('f', 64, true)]
    [InlineData('F', 64, false)]
    [InlineData('g', 64, false)]
    [InlineData('0', 63, false)]
    [InlineData('0', 65, false)]
    public void A_digest_is_64_lower_case_hexadecimal_digits(char digit, int count, bool right) =>
        Assert.Equal(right, Names.IsDigest(new string(digit, count)));
}
