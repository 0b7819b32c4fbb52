using Research.Data.Datasets;

namespace Research.Experiments.GenreAffect;

/// <summary>One vector an item of a dataset, with its name in words.</summary>
/// <param name="ClaimName">What claims.csv calls the dataset; empty where no published figure is about these.</param>
internal sealed record PooledVectors(FeatureSet Set, string Name, string ClaimName)
{
    public static PooledVectors Network(DatasetRef data, string claimName) =>
        new(
            new ItemColumns
            {
                Data = data,
                First = 0,
                Count = MusicFeatures.NetworkValues,
            },
            "convnet features of five layers",
            claimName
        );

    public static PooledVectors Mfcc(DatasetRef data, string claimName) =>
        new(
            new ItemColumns
            {
                Data = data,
                First = MusicFeatures.NetworkValues,
                Count = MusicFeatures.MfccValues,
            },
            "MFCC",
            claimName
        );

    public static PooledVectors Statistics(DatasetRef data)
    {
        var set = new FrameStatistics { Data = data, Frames = GenreSettings.Mel(64) };
        return new(set, set.VariantName, "");
    }
}
