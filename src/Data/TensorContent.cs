using Research.Data.Weights.Tensors;

namespace Research.Data;

/// <summary>A tensor of a trained network; its numbers are read at every call of <see cref="WeightTensor.Read"/>, and not kept.</summary>
public sealed class TensorContent : ItemContent<WeightTensor>
{
    public TensorContent(WeightTensor value)
        : base(value) { }

    internal override ItemContent Anew() => this;

    internal override string Kind => "a tensor";
}
