using Research.Numerics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>Tensors of a trained network by name, as its authors stored them: each a matrix whose last dimension is the columns.</summary>
/// <remarks>TensorFlow's layout: a kernel [height, width, ins, outs] is a matrix of height·width·ins rows and outs columns; a vector is one row.</remarks>
public sealed class NamedWeights(IReadOnlyDictionary<string, Matrix> tensors)
{
    /// <summary>Columns of a tensor: the outputs of a kernel, the length of a vector.</summary>
    public int Outputs(string name) => Of(name).Columns;

    /// <summary>Rows of a tensor: the weights of one output.</summary>
    public int Inputs(string name) => Of(name).Rows;

    internal Tensor Vector(string name, int length)
    {
        Matrix values = Of(name);
        return values.Rows == 1 && values.Columns == length
            ? Tensor(values, [length])
            : throw Differs(name, values, $"one row of {length}");
    }

    /// <summary>A kernel [height, width, ins, outs] as PyTorch has it: [outs, ins, height, width].</summary>
    internal Tensor Kernel(string name, int height, int width, int ins)
    {
        Matrix values = Of(name);
        return values.Rows == height * width * ins
            ? Tensor(values, [height, width, ins, values.Columns]).permute(3, 2, 0, 1).contiguous()
            : throw Differs(name, values, $"{height}·{width}·{ins} rows");
    }

    /// <summary>A dense kernel [ins, outs] as PyTorch has it: [outs, ins].</summary>
    internal Tensor Dense(string name, int ins)
    {
        Matrix values = Of(name);
        return values.Rows == ins
            ? Tensor(values, [ins, values.Columns]).t().contiguous()
            : throw Differs(name, values, $"{ins} rows");
    }

    internal BatchNorm1d Norm(string name, int size, double epsilon)
    {
        BatchNorm1d norm = nn.BatchNorm1d(size, eps: epsilon);
        Copy(norm.weight!, Vector($"{name}/gamma", size));
        Copy(norm.bias!, Vector($"{name}/beta", size));
        Copy(norm.running_mean!, Vector($"{name}/moving_mean", size));
        Copy(norm.running_var!, Vector($"{name}/moving_variance", size));
        return norm;
    }

    internal Linear Linear(string name, int ins)
    {
        Linear layer = nn.Linear(ins, Outputs($"{name}/kernel"));
        Copy(layer.weight!, Dense($"{name}/kernel", ins));
        Copy(layer.bias!, Vector($"{name}/bias", Outputs($"{name}/kernel")));
        return layer;
    }

    internal static void Copy(Tensor target, Tensor source)
    {
        using IDisposable quiet = no_grad();
        target.copy_(source);
    }

    private Matrix Of(string name) =>
        tensors.TryGetValue(name, out Matrix? values)
            ? values
            : throw new ResearchException(
                $"The trained network has no tensor '{name}'; it has {tensors.Count}, such as {string.Join(", ", tensors.Keys.Order(StringComparer.Ordinal).Take(3))}. Use the weights that the dataset's page names."
            );

    private static Tensor Tensor(Matrix values, long[] shape) =>
        tensor(Array.ConvertAll(values.Values.ToArray(), value => (float)value), shape);

    private static ResearchException Differs(string name, Matrix values, string wanted) =>
        new(
            $"The tensor '{name}' has {values.Rows} rows of {values.Columns} where {wanted} is needed: these are weights of another network."
        );
}
