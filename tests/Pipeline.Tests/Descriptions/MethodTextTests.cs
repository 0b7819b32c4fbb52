using Research.Pipeline.Descriptions;
using Research.Results.Folders;

namespace Research.Pipeline.Tests.Descriptions;

public class MethodTextTests
{
    [Fact]
    public void Sentences_go_where_their_first_word_says()
    {
        MethodDescription method = MethodText.Of([
            "Follows: step 1. It fits.",
            "Deviations: seeded. Run: ./build.sh. Cost: a second.",
        ]);
        Assert.Equal(["Follows: step 1. It fits."], method.Paragraphs);
        Assert.Equal(("Seeded.", "./build.sh."), (method.Deviations, method.Command));
        Assert.Equal(["Only this."], MethodText.Of(["Only this."]).Paragraphs);
    }
}
