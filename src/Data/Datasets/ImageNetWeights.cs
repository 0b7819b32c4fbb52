using System.Globalization;
using Research.Data.Images;
using Research.Data.Tables;
using Research.Data.Weights.Tensors;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>Trained weights of SqueezeNet that can be had here, named as in torchvision: assets, each item a tensor.</summary>
/// <remarks>
/// Beside the tensors, three pictures "check/…" and what the network should say of them, a row of 1,000 values each ("check/….logits"). Version 1.0: Iandola et al.
/// (2016), pruned and in 8 bits by Deep Compression (Han, Mao and Dally, 2016). Version 1.1: in 8 bits, from Keras.js.
/// </remarks>
public static class ImageNetWeights
{
    private const string Kind = "part";
    private const string Check = "check";
    private const string Network = "network";
    private const int Classes = 1000;

    public static PinnedDataset SqueezeNet10 => new("squeezenet-imagenet", folder => Read(folder, "squeezenet1_0"));

    public static PinnedDataset SqueezeNet11 => new("squeezenet11-imagenet", folder => Read(folder, "squeezenet1_1"));

    public static DatasetCard SqueezeNet10Card => CardOf(SqueezeNet10, Check, Network);

    public static DatasetCard SqueezeNet11Card => CardOf(SqueezeNet11, Check, Network);

    internal static DatasetCard CardOf(PinnedDataset dataset, params string[] groups) =>
        new()
        {
            Dataset = dataset,
            Classes = [],
            GroupKind = Kind,
            Groups = groups,
            PublishedSubsets = [],
            ClaimNames = [],
            StandsInFor = [],
        };

    internal static IEnumerable<Item> Items(IEnumerable<WeightTensor> tensors) =>
        tensors.Select(tensor => new Item(tensor.Name, null, Network, null, new TensorContent(tensor)));

    /// <summary>Lists the tensors of a verified folder, and the pictures to check them with.</summary>
    /// <exception cref="ResearchException">The list of tensors cannot be read.</exception>
    internal static IReadOnlyList<Item> Read(string folder, string file) =>
        [
            .. Items(Float32File.Read(Path.Combine(folder, $"{file}.f32"), Path.Combine(folder, $"{file}.json")))
                .Concat(Directory.EnumerateFiles(Path.Combine(folder, Check), "*.png").SelectMany(CheckOf))
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];

    private static IEnumerable<Item> CheckOf(string picture)
    {
        string name = $"{Check}/{Path.GetFileNameWithoutExtension(picture)}";
        yield return new Item(name, null, Check, null, new ImageContent(() => PngReader.Read(picture)));
        string outputs = Path.ChangeExtension(picture, ".logits.csv");
        yield return new Item($"{name}.logits", null, Check, null, new MatrixContent(() => Outputs(outputs)));
    }

    private static Matrix Outputs(string path)
    {
        var outputs = new Matrix(1, Classes);
        foreach (TextRow row in TextTable.Read(path, ',').Rows)
        {
            int place = (int)row.Number("class");
            outputs[0, place is >= 0 and < Classes ? place : throw row.Fault(FaultOf(place))] = row.Number("logit");
        }

        return outputs;
    }

    private static string FaultOf(int place) =>
        string.Create(CultureInfo.InvariantCulture, $"the class {place} is not below {Classes}.");
}
