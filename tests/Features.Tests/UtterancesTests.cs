using System.Text.Json;
using Research.Tests;

namespace Research.Features.Tests;

public class UtterancesTests
{
    [Fact]
    public void Every_generated_utterance_is_that_of_the_scripts_to_the_sample()
    {
        foreach (JsonElement item in Golden.Cases("spectral.json"))
        {
            Assert.Equal(item.Text("sha256"), Utterances.Digest(Utterances.Of(item.Text("utterance"))));
        }
    }
}
