using Research.Models.Training;

namespace Research.Models.Tests.Training;

public class MetricValuesTests
{
    private static readonly MetricValues Values = new(("generator_loss", 1.5), ("discriminator_loss", 0.5));

    [Fact]
    public void Values_are_found_by_name_and_keep_their_order()
    {
        Assert.Equal(0.5, Values["discriminator_loss"]);
        Assert.Equal(
            ["generator_loss", "discriminator_loss", "learning_rate"],
            Values.And(new(("learning_rate", 0.1))).Items.Select(item => item.Name)
        );
    }

    [Fact]
    public void A_name_that_is_not_there_is_refused_with_those_that_are()
    {
        string message = Assert.Throws<KeyNotFoundException>(() => Values["loss"]).Message;
        Assert.Contains("'loss'", message, StringComparison.Ordinal);
        Assert.Contains("'generator_loss', 'discriminator_loss'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_values_in_another_order_are_other_values()
    {
        Assert.Equal(new MetricValues(("a", 1), ("b", double.NaN)), new MetricValues(("a", 1), ("b", double.NaN)));
        Assert.NotEqual(new MetricValues(("a", 1), ("b", 2)), new MetricValues(("b", 2), ("a", 1)));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "")]
    public void A_name_twice_or_none_is_refused(string first, string second) =>
        Assert.Contains(
            "name of its own",
            Assert.Throws<ArgumentException>(() => new MetricValues((first, 1), (second, 2))).Message,
            StringComparison.Ordinal
        );
}
