namespace Research.Numerics.Tests;

public class SuggestionsTests
{
    private static readonly string[] Known =
    [
        "all",
        "report",
        "Digits",
        "Digits.GmmHmm",
        "Digits.Lstm",
        "Music.Lstm",
        "SpeechEmotion.Handcrafted",
    ];

    [Theory]
    [InlineData("Digits.GmmHm", " Did you mean Digits.GmmHmm?")]
    [InlineData("digits.gmmhmmm", " Did you mean Digits.GmmHmm?")]
    [InlineData("Digits.GmHmm", " Did you mean Digits.GmmHmm?")]
    [InlineData("Digtis", " Did you mean Digits?")]
    [InlineData("reprot", " Did you mean report?")]
    [InlineData("GmmHmm", " Did you mean Digits.GmmHmm?")]
    [InlineData("Lsmt", " Did you mean Digits.Lstm or Music.Lstm?")]
    [InlineData("Weather.Forecast", "")]
    [InlineData("", "")]
    public void A_typo_is_told_what_may_have_been_meant(string typed, string told) =>
        Assert.Equal(told, Suggestions.For(typed, Known));

    [Fact]
    public void At_most_three_are_named_and_those_alike_in_their_order() =>
        Assert.Equal(["a1", "a2", "a3"], Suggestions.Near("a0", ["a4", "a3", "a2", "a1"]));
}
