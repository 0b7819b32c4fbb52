using Research.Data;
using Research.Features.Normalization;
using Research.Models.Networks.Convolutional;
using Research.Models.Networks.Items;
using Research.Models.Training;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;
using static TorchSharp.torch;

namespace Research.Evaluation.Trials;

/// <summary>Looks into a trained convolutional network: the filters of its first block, and what each block makes of one item. It trains nothing.</summary>
public sealed record NetworkPictureTrial : Trial
{
    /// <summary>The filters of the first block, a map each.</summary>
    public const string Filters = "filters";

    private const string InputOf = "input of ";
    private const string Shape = "shape of ";

    /// <summary>The training; its model, of <see cref="PictureNetworkSettings"/>, is kept.</summary>
    public required ItemNetworkTrial Trained { get; init; }

    /// <summary>Maps of each block that are kept: those whose mean is highest.</summary>
    public required int Maps { get; init; }

    public override string Description => $"{Trained.Description}/pictures";

    public override IReadOnlyList<DatasetRef> Data => Trained.Data;

    public override IReadOnlyList<FeatureSet> Features => Trained.Features;

    public override IReadOnlyList<Trial> Uses => [Trained];

    public static string Block(int block) => FormattableString.Invariant($"block {block + 1}");

    /// <summary>The item that was looked at, and its first window, pooled by means as the first block pools.</summary>
    public static (string Item, NetworkMaps Maps) Input(TrialResult result)
    {
        string name = result.Numbers.Keys.Single(key => key.StartsWith(InputOf, StringComparison.Ordinal));
        return (name[InputOf.Length..], Of(result, name));
    }

    /// <summary><see cref="Filters"/>, or the maps of a <see cref="Block"/>.</summary>
    public static NetworkMaps Of(TrialResult result, string name)
    {
        int[] shape = [.. result.Numbers[Shape + name].Select(size => (int)size)];
        return new(shape[0], shape[1], shape[2], result.Numbers[name]);
    }

    public override TrialResult Run(TrialInputs inputs)
    {
        TrialResult trained = inputs.Result(Trained);
        string name = RightlyRecognised(trained.Classes(SubsetNames.Test));
        int place = inputs.Open(Trained.Frames.Data).Items.Index().Single(own => own.Item.Id == name).Index;
        using var reader = new BinaryReader(new MemoryStream(trained.Model!));
        (Standardizer scaling, byte[] weights) = NetworkFile.Read(reader);
        Matrix frames = scaling.Apply(inputs.Read(Trained.Frames)[place]);
        var numbers = new Dictionary<string, IReadOnlyList<double>>();
        var settings = (PictureNetworkSettings)Trained.Network;
        using var network = new ConvolutionalNet(
            settings.WindowFrames,
            frames.Columns,
            PredictionsFile.NamesOf(trained.Predictions[0]).Count,
            settings.Convolution
        );
        ModelFile.Read(network, weights);
        network.eval();
        using var scope = NewDisposeScope();
        using IDisposable quiet = no_grad();
        Tensor window = new Windows([frames], settings.WindowFrames).At([0], [0]);
        PoolSize pool = settings.Convolution.Pools[0];
        Tensor input = nn.functional.avg_pool2d(window, [pool.Frames, pool.Bands]);
        Add(numbers, InputOf + name, NetworkMaps.Of(input[0]));
        Add(numbers, Filters, NetworkMaps.Of(network.Filters(0).squeeze(1)));
        foreach ((int block, Tensor maps) in network.Activations(window).Index())
        {
            Add(numbers, Block(block), NetworkMaps.Of(maps[0]).Highest(Maps));
        }

        return new TrialResult { Numbers = numbers };
    }

    private static void Add(Dictionary<string, IReadOnlyList<double>> numbers, string name, NetworkMaps maps)
    {
        numbers[name] = maps.Values;
        numbers[Shape + name] = [maps.Count, maps.Frames, maps.Bands];
    }

    // The first; of a network that recognised none, the first of all.
    private static string RightlyRecognised(ClassPredictions tested)
    {
        int first = Enumerable.Range(0, tested.Items.Count).FirstOrDefault(i => tested.Predicted[i] == tested.Truth[i]);
        return tested.Items[first];
    }
}

/// <summary>Maps of one size.</summary>
/// <param name="Values">Shape [maps, frames, bands].</param>
public sealed record NetworkMaps(int Count, int Frames, int Bands, IReadOnlyList<double> Values)
{
    internal static NetworkMaps Of(Tensor maps) =>
        new(
            (int)maps.shape[0],
            (int)maps.shape[1],
            (int)maps.shape[2],
            [.. maps.contiguous().data<float>().ToArray().Select(value => (double)value)]
        );

    /// <summary>A value of a map.</summary>
    public double At(int map, int frame, int band) => Values[(((map * Frames) + frame) * Bands) + band];

    /// <summary>Those maps whose means are highest, highest first.</summary>
    internal NetworkMaps Highest(int count)
    {
        double[][] ordered = [.. Values.Chunk(Frames * Bands).OrderByDescending(map => OrderedSum.Mean(map)).Take(count)];
        return new(ordered.Length, Frames, Bands, [.. ordered.SelectMany(map => map)]);
    }
}
