using Research.Report.Input;

namespace Research.Report.Tests.Input;

public class MethodTextTests
{
    [Fact]
    public void Sentences_go_where_their_first_word_says()
    {
        MethodText method = MethodText.Of(["Follows: step 1. It fits.", "Deviations: seeded. Run: ./build.sh. Cost: a second."]);
        Assert.Equal(["Follows: step 1. It fits."], method.Paragraphs);
        Assert.Equal(("Seeded.", "./build.sh.", "A second."), (method.Deviations, method.Command, method.Cost));
        Assert.Equal(["Only this."], MethodText.Of(["Only this."]).Paragraphs);
    }
}
