using Research.Data;
using Research.Numerics;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Targets;

public class AssetTests
{
    private static readonly DatasetRef Scale = new GeneratedDataset(
        "scale",
        static () =>
            new(
                "scale",
                "1",
                "digest of scale",
                Synthetic: true,
                [
                    new(
                        "factor",
                        null,
                        "s",
                        null,
                        new MatrixContent(
                            Matrix.OfRows([
                                [5],
                            ])
                        )
                    ),
                ]
            )
    );

    private static readonly Scaled Set = new() { Data = Counting.Three };

    [Fact]
    public void An_asset_is_an_input_of_the_set_as_its_data_are()
    {
        Target[] inputs = [.. TargetGraph.Inputs([], [Set])];
        Assert.Equal(["data:three", "data:scale", "features:three:scaled"], inputs.Select(target => target.Name));
        Assert.Equal(["data:three", "data:scale"], inputs[2].Upstream);
    }

    [Fact]
    public void A_set_reads_its_assets()
    {
        IReadOnlyList<Matrix> values = Set.Compute(new FeatureInputs(Set, Open));
        Assert.Equal([0, 5, 10], values.Select(value => value[0, 0]));
    }

    [Fact]
    public void An_asset_that_is_not_listed_is_refused()
    {
        var inputs = new FeatureInputs(Set, Open);
        var error = Assert.Throws<ArgumentException>(() => inputs.Open(Ones.Counted));
        Assert.Contains("opens 'counted' but does not list it under Assets", error.Message, StringComparison.Ordinal);
    }

    private static Dataset Open(DatasetRef asked) => ((GeneratedDataset)asked).Make();

    private sealed record Scaled : FeatureSet
    {
        public override string Name => "scaled";

        public override IReadOnlyList<DatasetRef> Assets => [Scale];

        public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs)
        {
            double factor = inputs.Open(Scale).Items[0].Matrix[0, 0];
            return
            [
                .. inputs.Data.Items.Select(item =>
                    Matrix.OfRows([
                        [factor * item.Waveform.Samples[0]],
                    ])
                ),
            ];
        }
    }
}
