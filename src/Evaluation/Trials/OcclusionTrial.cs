using Research.Data;
using Research.Evaluation.FrontEnds;
using Research.Models.Networks;
using Research.Models.Networks.Items;
using Research.Models.Networks.Pretrained;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>What a trained network over pictures looks at: how much less it is sure of its answer when a square of the picture is hidden. It trains nothing.</summary>
/// <remarks>
/// Of each class the test item that is recognised with the highest probability. The square is as grey as the average picture that the network learned from. Source: M. Zeiler and R. Fergus (2014), Visualizing and
/// understanding convolutional networks, ECCV, section 4.2.
/// </remarks>
public sealed record OcclusionTrial : Trial
{
    private const string DropOf = "drop of ";
    private const int Colours = 3;

    /// <summary>The training of a whole network; its model is kept.</summary>
    public required ImageNetworkTrial Trained { get; init; }

    /// <summary>Side of the hidden square, in pixels.</summary>
    public required int Square { get; init; }

    /// <summary>From one place of the square to the next, in pixels.</summary>
    public required int Step { get; init; }

    public override string Description => $"{Trained.Description}/occlusion";

    public override IReadOnlyList<DatasetRef> Data => Trained.Data;

    public override IReadOnlyList<FeatureSet> Features => [Trained.Pictures.Levels];

    public override IReadOnlyList<Trial> Uses => [Trained];

    public override long MemoryBytes => 1L << 30;

    /// <summary>Places of the square along a side.</summary>
    public int Places => ((Trained.Side - Square) / Step) + 1;

    /// <summary>The items that were looked at, each with its class and the fall of its probability, shape [places from the top, places from the left].</summary>
    public static IReadOnlyList<(string Item, double[] Drops)> Of(TrialResult result) =>
        [
            .. result
                .Numbers.Where(own => own.Key.StartsWith(DropOf, StringComparison.Ordinal))
                .Select(own => (own.Key[DropOf.Length..], own.Value.ToArray())),
        ];

    public override TrialResult Run(TrialInputs inputs)
    {
        TrialResult trained = inputs.Result(Trained);
        ClassPredictions tested = trained.Classes(SubsetNames.Test);
        string[] names = [.. inputs.Open(Trained.Pictures.Levels.Data).Items.Select(item => item.Id)];
        Matrix[] levels = inputs.Read(Trained.Pictures.Levels);
        using ImageNetwork network = ImageNetworks.Of(Trained.Network.Architecture, tested.Classes.Count);
        ModelFile.Read(network, trained.Model!);
        network.eval();
        var numbers = new Dictionary<string, IReadOnlyList<double>>();
        (int Class, int Place)[] chosen = [.. Surest(tested)];
        foreach ((int label, int place) in chosen)
        {
            string item = tested.Items[place];
            float[] planes = PictureLevels.Planes(
                levels[Array.IndexOf(names, item)],
                Trained.Side,
                Trained.Network.Normalization
            );
            numbers[DropOf + item] = Drops(network, planes, label);
            inputs.Advance(1.0 / chosen.Length);
        }

        return new TrialResult { Numbers = numbers };
    }

    // Of each class that was recognised at all.
    private static IEnumerable<(int Class, int Place)> Surest(ClassPredictions tested) =>
        from label in Enumerable.Range(0, tested.Classes.Count)
        let right = Enumerable
            .Range(0, tested.Items.Count)
            .Where(i => tested.Truth[i] == label && tested.Predicted[i] == label)
            .ToArray()
        where right.Length > 0
        select (label, right.MaxBy(i => tested.Probabilities![i][label]));

    private double[] Drops(ImageNetwork network, float[] planes, int label)
    {
        int places = Places;
        var pictures = new ImageItems(
            network,
            i => i == 0 ? planes : Hidden(planes, (i - 1) / places, (i - 1) % places),
            Trained.Side
        );
        double[] sure =
        [
            .. pictures
                .Outputs([.. Enumerable.Range(0, 1 + (places * places))])
                .Select(scores => ClassScores.Softmax(scores)[label]),
        ];
        return [.. sure.Skip(1).Select(left => sure[0] - left)];
    }

    private float[] Hidden(float[] planes, int down, int right)
    {
        float[] hidden = [.. planes];
        int side = Trained.Side;
        for (int c = 0; c < Colours; c++)
        {
            for (int y = down * Step; y < (down * Step) + Square; y++)
            {
                Array.Clear(hidden, (((c * side) + y) * side) + (right * Step), Square);
            }
        }

        return hidden;
    }
}
