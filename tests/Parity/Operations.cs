using Research.Parity.Cases;

namespace Research.Parity;

/// <summary>Computes a case: outputs and gradients.</summary>
internal delegate IEnumerable<Tensor> Operation(CaseInputs inputs);

/// <summary>Every operation that is compared, by name.</summary>
internal static class Operations
{
    public static IReadOnlyDictionary<string, Operation> All { get; } =
        Layers.All.Concat(Recurrent.All).Concat(Losses.All).Concat(Values.All).Concat(Optimizers.All).ToDictionary();
}
