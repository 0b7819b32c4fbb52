using System.Globalization;
using Research.Numerics;

namespace Research.Parity;

/// <summary>The numbers that an engine gave, or the kind of its refusal.</summary>
/// <param name="Parts">Outputs, then gradients of inputs and weights, each with its shape before its values.</param>
/// <param name="Refused">Whether the engine threw.</param>
internal sealed record Answer(IReadOnlyList<double[]> Parts, bool Refused)
{
    private const string Refusal = "refused";

    public static Answer Of(ParityCase asked)
    {
        try
        {
            using DisposeScope scope = NewDisposeScope();
            var inputs = new CaseInputs(asked);
            return new([.. Operations.All[asked.Operation](inputs).Select(Numbers)], false);
        }
        catch (Exception error)
            when (error
                    is ArgumentException
                        or InvalidOperationException
                        or System.Runtime.InteropServices.ExternalException
                        or NotSupportedException
            )
        {
            return new([], true);
        }
    }

    public string ToText() =>
        Refused
            ? Refusal
            : string.Join(
                ';',
                Parts.Select(part => string.Join(' ', part.Select(value => value.ToString("R", CultureInfo.InvariantCulture))))
            );

    public static Answer Parse(string text) =>
        text == Refusal
            ? new([], true)
            : new(
                [
                    .. text.Split(';')
                        .Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray()),
                ],
                false
            );

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    internal static double[] Numbers(Tensor tensor)
    {
        Tensor flat = tensor.detach().reshape(-1);
        double[] values = tensor.dtype switch
        {
            ScalarType.Float32 => [.. flat.data<float>().ToArray().Select(value => (double)value)],
            ScalarType.Int64 => [.. flat.data<long>().ToArray().Select(value => (double)value)],
            ScalarType.Bool => [.. flat.data<bool>().ToArray().Select(value => value ? 1.0 : 0.0)],
            _ => throw new ResearchException($"A tensor of {tensor.dtype} is compared by no test yet."),
        };
        return [(double)tensor.dtype, .. tensor.shape.Select(size => (double)size), .. values];
    }
}
