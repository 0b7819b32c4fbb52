using System.Runtime.InteropServices;
using System.Text.Json;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>Weights of MusiCNN, trained on tags of the Million Song Dataset, with two heads for valence and arousal: an asset, each item a tensor.</summary>
/// <remarks>
/// "conv2d/kernel", "dense/bias", … of the network; "deam/…" and "emomusic/…" of the heads. A tensor is a matrix whose columns are its last
/// dimension, in TensorFlow's layout. Source: Pons and Serra (2019); Alonso-Jiménez et al. (2020), ICASSP.
/// </remarks>
public static class MusicnnMsd
{
    private const string Kind = "network";

    private static readonly (string File, string Prefix)[] Networks =
    [
        ("musicnn_msd", ""),
        ("head_deam", "deam/"),
        ("head_emomusic", "emomusic/"),
    ];

    public static PinnedDataset Dataset => new("musicnn-msd", Read);

    public static DatasetCard Card =>
        new()
        {
            Dataset = Dataset,
            Classes = [],
            GroupKind = Kind,
            Groups = [.. Networks.Select(network => network.File).Order(StringComparer.Ordinal)],
            PublishedSubsets = [],
            ClaimNames = [],
            StandsInFor = [],
        };

    /// <summary>Lists the tensors of a verified folder; each group is a network.</summary>
    /// <exception cref="ResearchException">A list of tensors cannot be read, or names numbers that the file does not hold.</exception>
    public static IReadOnlyList<Item> Read(string folder) =>
        [
            .. Networks
                .SelectMany(network => Tensors(folder, network.File, network.Prefix))
                .OrderBy(item => item.Id, StringComparer.Ordinal),
        ];

    private static IEnumerable<Item> Tensors(string folder, string file, string prefix)
    {
        string numbers = Path.Combine(folder, $"{file}.f32");
        long bytes = new FileInfo(numbers).Length;
        foreach (Tensor tensor in ListOf(Path.Combine(folder, $"{file}.json")))
        {
            long count = tensor.Shape.Aggregate(1L, (product, size) => checked(product * size));
            if (tensor.Shape.Any(size => size < 1) || tensor.Offset < 0 || count > (bytes - tensor.Offset) / sizeof(float))
            {
                throw new ResearchException(
                    $"{file}.json: '{tensor.Name}' is {string.Join('×', tensor.Shape)} numbers from byte {tensor.Offset} on, but {file}.f32 has {bytes} bytes. Fetch the weights again."
                );
            }

            yield return new Item(
                prefix + tensor.Name,
                null,
                file,
                null,
                new MatrixContent(() => Values(numbers, tensor.Offset, (int)(count / tensor.Shape[^1]), tensor.Shape[^1]))
            );
        }
    }

    private static Tensor[] ListOf(string path)
    {
        try
        {
            using var list = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. list.RootElement.EnumerateArray().Select(TensorOf)];
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ResearchException($"{Path.GetFileName(path)} is no list of tensors: {error.Message}", error);
        }
    }

    private static Tensor TensorOf(JsonElement tensor) =>
        new(
            tensor.GetProperty("name").GetString()!,
            [.. tensor.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())],
            tensor.GetProperty("offset").GetInt64()
        );

    // Little-endian float32.
    private static Matrix Values(string path, long offset, int rows, int columns)
    {
        using FileStream file = File.OpenRead(path);
        file.Position = offset;
        byte[] bytes = new byte[rows * columns * sizeof(float)];
        file.ReadExactly(bytes);
        var values = new Matrix(rows, columns);
        ReadOnlySpan<float> floats = MemoryMarshal.Cast<byte, float>(bytes);
        for (int i = 0; i < floats.Length; i++)
        {
            values.Values[i] = floats[i];
        }

        return values;
    }

    private sealed record Tensor(string Name, int[] Shape, long Offset);
}
