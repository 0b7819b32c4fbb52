using System.Text.Json;
using Research.Tests;

namespace Research.Features.Tests;

public class UtterancesTests
{
    [Fact]
    public void Every_generated_utterance_is_that_of_the_scripts_to_the_sample() =>
        Assert.All(
            Golden.Cases("spectral.json"),
            item => Assert.Equal(item.GetProperty("sha256").GetString(), Utterances.Digest(Utterances.Of(item.Text("utterance"))))
        );
}
