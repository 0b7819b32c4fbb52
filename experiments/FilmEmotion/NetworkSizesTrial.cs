using Research.Models.Networks.Generative;
using Research.Models.Networks.Pretrained;

namespace Research.Experiments.FilmEmotion;

/// <summary>Counts what networks would train, without training them.</summary>
internal sealed record NetworkSizesTrial : Trial
{
    public const string Generator = "generator";
    public const string Discriminator = "discriminator";

    private const string Weight = ".last layer";
    private const string Auxiliary = ".auxiliary";

    /// <summary>Networks over pictures, by the names that figures have.</summary>
    public required IReadOnlyList<(string Name, ImageArchitecture Architecture)> Networks { get; init; }

    public required int Classes { get; init; }

    /// <summary>Null for none.</summary>
    public required StyleGanSettings? Gan { get; init; }

    public override string Description => FormattableString.Invariant($"parameters for {Classes} classes");

    public override IReadOnlyList<DatasetRef> Data => [];

    public override long MemoryBytes => 2L << 30;

    /// <summary>Of the last layer, which is made anew for other classes.</summary>
    public static string LastLayerOf(string name) => name + Weight;

    /// <summary>Of the output in the middle, which is there for training only.</summary>
    public static string AuxiliaryOf(string name) => name + Auxiliary;

    public override TrialResult Run(TrialInputs inputs)
    {
        var counts = new Dictionary<string, IReadOnlyList<double>>();
        foreach ((string name, ImageArchitecture architecture) in Networks)
        {
            using ImageNetwork network = ImageNetworks.Of(architecture, Classes);
            (string Path, long Count)[] all = [.. network.named_parameters().Select(own => (own.name, own.parameter.numel()))];
            counts[name] = [all.Sum(own => own.Count)];
            counts[LastLayerOf(name)] = [CountBelow(all, network.LastLayer)];
            counts[AuxiliaryOf(name)] = [CountBelow(all, InceptionV3.AuxiliaryPath)];
            inputs.Advance(1.0 / Networks.Count);
        }

        if (Gan is not null)
        {
            var sizes = GanSizes.Of(Gan);
            counts[Generator] = [sizes.Generator];
            counts[Discriminator] = [sizes.Discriminator];
        }

        return new TrialResult { Numbers = counts };
    }

    private static long CountBelow((string Path, long Count)[] all, string path) =>
        all.Where(own => own.Path.StartsWith(path + ".", StringComparison.Ordinal)).Sum(own => own.Count);
}
