using Research.Numerics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>MusiCNN: timbral and temporal filters over a mel spectrogram, three residual convolutions over time, pooling, an embedding, tags.</summary>
/// <remarks>
/// <para>Musically motivated filters: 7 frames high and 0.4 or 0.7 of the bands wide, and 128, 64 and 32 frames high and one band wide, each the highest over
/// frequency. Every convolution is rectified before its batch normalization. Highest and mean value over time stand in turn.</para>
/// <para>Source: Pons and Serra (2019), musicnn, ISMIR late-breaking; Alonso-Jiménez et al. (2020), ICASSP (the weights). Oracle: an implementation in numpy, 1e-4.</para>
/// </remarks>
public sealed class MusiCnn : nn.Module<Tensor, Tensor>
{
    private const int Batch = 8; // patches; bounds memory
    private const double Epsilon = 1e-3;
    private const int Middles = 3;

    private readonly BatchNorm1d input;
    private readonly TimbralFilters narrow;
    private readonly TimbralFilters wide;
    private readonly TemporalFilters[] temporal;
    private readonly TimeConvolution[] middle;
    private readonly BatchNorm1d pooled;
    private readonly Linear dense;
    private readonly BatchNorm1d hidden;
    private readonly Linear output;

    /// <param name="weights">Named as in the published model: "conv2d/kernel", "batch_normalization_1/gamma", "dense/bias", ….</param>
    /// <exception cref="ResearchException">A tensor is missing or of another shape.</exception>
    public MusiCnn(NamedWeights weights)
        : base(nameof(MusiCnn))
    {
        input = weights.Norm("batch_normalization", 1, Epsilon);
        narrow = new(weights, "conv2d", "batch_normalization_1");
        wide = new(weights, "conv2d_1", "batch_normalization_2");
        temporal =
        [
            .. Enumerable.Range(2, 3).Select(k => new TemporalFilters(weights, $"conv2d_{k}", $"batch_normalization_{k + 1}")),
        ];
        int front = narrow.Filters + wide.Filters + temporal.Sum(filters => filters.Filters);
        int between = weights.Outputs("conv2d_5/kernel");
        middle =
        [
            .. Enumerable
                .Range(0, Middles)
                .Select(k => new TimeConvolution(
                    weights,
                    $"conv2d_{k + 5}",
                    $"batch_normalization_{k + 6}",
                    k == 0 ? front : between
                )),
        ];
        int columns = 2 * (front + (Middles * between));
        pooled = weights.Norm("batch_normalization_9", columns, Epsilon);
        dense = weights.Linear("dense", columns);
        hidden = weights.Norm("batch_normalization_10", weights.Outputs("dense/kernel"), Epsilon);
        output = weights.Linear("dense_1", weights.Outputs("dense/kernel"));
        RegisterComponents();
        RegisterEach(nameof(temporal), temporal);
        RegisterEach(nameof(middle), middle);
        eval();
    }

    /// <summary>Embeddings of patches.</summary>
    /// <param name="patches">Shape [patches, frames, bands]; any number of frames.</param>
    /// <returns>Shape [patches, 200], before the rectifier.</returns>
    public override Tensor forward(Tensor patches) => dense.call(pooled.call(OverTime(patches)));

    /// <summary>Highest and mean value over time of every filter, which the dense layer makes an embedding of.</summary>
    /// <returns>Shape [patches, 1506].</returns>
    private Tensor OverTime(Tensor patches)
    {
        Tensor x = input.call(patches.flatten(1).unsqueeze(1)).reshape(patches.shape).unsqueeze(1);
        Tensor front = cat([narrow.call(x), wide.call(x), .. temporal.Select(filters => filters.call(x))], 1);
        var parts = new List<Tensor> { front };
        Tensor last = middle[0].call(front);
        parts.Add(last);
        foreach (TimeConvolution convolution in middle.Skip(1))
        {
            last = convolution.call(last) + last;
            parts.Add(last);
        }

        Tensor all = cat(parts, 1);
        return stack([all.amax([2]), all.mean([2])], 2).flatten(1);
    }

    /// <summary>Probability of every tag.</summary>
    /// <param name="embeddings">As <see cref="forward"/> gives them.</param>
    /// <returns>Shape [patches, 50].</returns>
    public Tensor Tags(Tensor embeddings) => output.call(hidden.call(embeddings.relu())).sigmoid();

    /// <summary>Embeddings and tags of the patches of a recording.</summary>
    /// <param name="patches">Each of shape [frames, bands], all of one number of frames.</param>
    /// <returns>Shapes [patches, 200] and [patches, 50].</returns>
    public (Matrix Embeddings, Matrix Tags) Of(IReadOnlyList<Matrix> patches)
    {
        var embeddings = new List<double[]>();
        var tags = new List<double[]>();
        foreach (Matrix[] part in patches.Chunk(Batch))
        {
            using var scope = NewDisposeScope();
            using IDisposable quiet = no_grad();
            Tensor embedding = call(Stacked(part));
            embeddings.AddRange(Rows(embedding));
            tags.AddRange(Rows(Tags(embedding)));
        }

        return (Matrix.OfRows(embeddings), Matrix.OfRows(tags));
    }

    /// <summary>What <see cref="Of"/> makes embeddings of: highest and mean value of every filter over the frames of a patch, in turn.</summary>
    /// <param name="patches">Each of shape [frames, bands], all of one number of frames.</param>
    /// <returns>Shape [patches, 1506].</returns>
    public Matrix Pooled(IReadOnlyList<Matrix> patches)
    {
        var rows = new List<double[]>();
        foreach (Matrix[] part in patches.Chunk(Batch))
        {
            using var scope = NewDisposeScope();
            using IDisposable quiet = no_grad();
            rows.AddRange(Rows(OverTime(Stacked(part))));
        }

        return Matrix.OfRows(rows);
    }

    private void RegisterEach(string name, IReadOnlyList<nn.Module<Tensor, Tensor>> modules)
    {
        for (int k = 0; k < modules.Count; k++)
        {
            register_module($"{name}{k}", modules[k]);
        }
    }

    private static Tensor Stacked(Matrix[] patches)
    {
        float[] values = [.. patches.SelectMany(patch => patch.Values.ToArray()).Select(value => (float)value)];
        return tensor(values, [patches.Length, patches[0].Rows, patches[0].Columns]);
    }

    private static IEnumerable<double[]> Rows(Tensor values) =>
        values.data<float>().ToArray().Select(value => (double)value).Chunk((int)values.shape[1]);
}
