using Research.Cli.Projects;
using Research.Data;

namespace Research.Cli.Tests.Projects;

public class ChallengeWishTests
{
    [Theory]
    [InlineData("", 1, "")]
    [InlineData("5", 5, "")]
    [InlineData("Digits.Lstm/3", null, "Digits.Lstm/3")]
    [InlineData("2 Digits.Lstm Digits.GmmHmm", 2, "Digits.Lstm Digits.GmmHmm")]
    public void A_number_says_how_many_and_names_say_of_what(string words, int? count, string targets)
    {
        var wish = ChallengeWish.Of(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(count, wish.Count);
        Assert.Equal(targets, string.Join(' ', wish.Targets));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    public void Fewer_than_one_is_an_error_of_usage(string count) =>
        Assert.Throws<UsageException>(() => ChallengeWish.Of([count, "Digits.Lstm"]));
}
