using Research.Torch.Autograd;
using static TorchSharp.torch;

namespace Research.Torch.Functions;

/// <summary>Second derivatives of fused operations: their backward is done again through plain operations, which can be differentiated.</summary>
internal static class Recompute
{
    /// <summary>Gradients of the inputs of a composition, recorded.</summary>
    /// <param name="composition">The same function of the inputs as the fused one, from plain operations.</param>
    public static Tensor?[] Gradients(Func<Tensor?[], Tensor[]> composition, Tensor?[] gradients, params Tensor?[] inputs)
    {
        using var mode = new GradMode(true);
        Tensor?[] doors = [.. inputs.Select(input => input is { requires_grad: true } ? Door(input) : input)];
        Tensor[] outputs = composition(doors);
        int[] live = [.. Enumerable.Range(0, outputs.Length).Where(i => gradients[i] is not null && outputs[i].requires_grad)];
        Tensor[] wanted = [.. doors.OfType<Tensor>().Where(door => door.requires_grad)];
        Tensor?[] found = Engine.Gradients(
            [.. live.Select(i => outputs[i])],
            [.. live.Select(i => gradients[i])],
            wanted,
            retainGraph: true,
            createGraph: true
        );
        int next = 0;
        return [.. inputs.Select(input => input is { requires_grad: true } ? found[next++] : null)];
    }

    // Each input comes in by a way of its own: where one was computed from another, the way between them is not the composition's.
    private static Tensor Door(Tensor input) => Graph.Record("recompute", input.ViewOf(0, input.Sizes), [input], (g, _) => [g]);
}
