using System.Text.Json;
using Research.Data;
using Research.Data.Datasets;
using Research.Evaluation.FrontEnds;
using Research.Models.Networks.Pretrained;
using Research.Numerics;
using Research.Tests;

namespace Research.Evaluation.Tests.FrontEnds;

public class MusiCnnVectorsTests
{
    [Fact]
    public void The_published_weights_answer_as_an_independent_implementation_does()
    {
        JsonElement oracle = Golden.Json("musicnn.json");
        Dataset asset = Asset();
        Dataset sound = new(
            "sound",
            "1",
            "",
            Synthetic: true,
            [new Item("chirp", null, "chirp", null, Chirp.Of(512 + (186 * 256)))]
        );
        foreach (
            (MusiCnnOutput output, string name) in new[] { (MusiCnnOutput.Embedding, "embedding"), (MusiCnnOutput.Tags, "tags") }
        )
        {
            var set = new MusiCnnVectors { Data = Samples.Named("sound"), Output = output };
            Matrix vector = set.Compute(new(set, asked => asked.Id == "sound" ? sound : asset))[0];
            Golden.AssertClose(oracle.GetProperty(name).Numbers(), vector.Row(0), 1e-4, name);
        }
    }

    [Fact]
    public void A_recording_of_two_patches_has_the_mean_of_both()
    {
        using var network = new MusiCnn(MusiCnnVectors.Weights(Asset()));
        Waveform wave = Chirp.Of(512 + (373 * 256));
        double[] both = MusiCnnVectors.Of(network, wave, MusiCnnOutput.Embedding);
        double[] first = Half(0);
        double[] second = Half(187 * 256);
        Golden.AssertClose([.. first.Zip(second, (a, b) => (a + b) / 2)], both, 1e-12);

        double[] Half(int from) =>
            MusiCnnVectors.Of(
                network,
                new Waveform(wave.Samples[from..(from + 512 + (186 * 256))], Chirp.SampleRateHz),
                MusiCnnOutput.Embedding
            );
    }

    [Fact]
    public void Each_output_has_its_name() =>
        Assert.Equal(
            ["features:sound:musicnn-embedding", "features:sound:musicnn-tags"],
            Enum.GetValues<MusiCnnOutput>()
                .Select(output => new MusiCnnVectors { Data = Samples.Named("sound"), Output = output }.Target)
        );

    private static Dataset Asset() =>
        new("musicnn-msd", "1", "", Synthetic: false, MusicnnMsd.Read(RealData.Folder("musicnn-msd")));
}
