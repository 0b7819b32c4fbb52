using System.Text.Json;
using Research.Torch.Tests.Oracle;

namespace Research.Torch.Tests.Tensors;

public class FunctionGoldenTests
{
    private static readonly GoldenFile File = new("functions.json", "function");

    // TorchSharp's norm and logsumexp take one dimension.
    private static readonly string[] Excluded =
    [
        "logsumexp: dims 0 and 2",
        "logsumexp: dims -1 and 0, keepdim",
        "norm: p 2, dims 0 and 2",
        "norm: p 2, dims -1 and 0, keepdim",
    ];

    public static TheoryData<string> Cases => File.Rows(label => Excluded.Contains(label));

    [Fact]
    public void Every_function_of_the_oracle_is_here_and_only_several_dims_are_left_out()
    {
        Assert.All(File.Labels, label => Assert.True(GoldenFunctions.Has(Function(label)), label));
        Assert.Equal(
            Excluded,
            File.Labels.Where(label =>
                Function(label) is "norm" or "logsumexp"
                && new Settings(File[label].GetProperty("arguments")).Longs("dim") is { Length: > 1 }
            )
        );
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_gradients_and_second_gradients_are_PyTorchs(string label)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement item = File[label];
        Tensor[] inputs = GoldenTensor.ReadAll(item.GetProperty("inputs"));
        bool constant = Function(label) == "binary_cross_entropy_with_logits"; // whose target is one
        Tensor[] leaves = [.. inputs.Where((x, i) => x.is_floating_point() && !(constant && i == 1))];
        Array.ForEach(leaves, leaf => leaf.requires_grad = true);

        Tensor[] outputs = GoldenFunctions.Run(Function(label), new Settings(item.GetProperty("arguments")), inputs);
        for (int i = 0; i < outputs.Length; i++)
        {
            Compare.Close(item.GetProperty("outputs")[i], outputs[i], Tolerances.OfValues(label), $"output {i}");
        }

        Tensor? loss = GoldenTensor.Loss(outputs, item.GetProperty("weights"));
        Tensor?[] first = Gradients(loss, leaves, createGraph: true);
        for (int i = 0; i < inputs.Length; i++)
        {
            Compare.CloseGradient(
                item.GetProperty("input_grads")[i],
                Of(inputs[i], first),
                Tolerances.OfValues(label),
                $"gradient {i}"
            );
        }

        Tensor?[] second = Gradients(SumOfSquares(first), leaves, createGraph: false);
        double bound = Tolerances.OfSecondGradients(label);
        for (int i = 0; i < inputs.Length; i++)
        {
            Compare.CloseSecondGradient(
                item.GetProperty("second_grads")[i],
                Of(inputs[i], second),
                bound,
                $"second gradient {i}"
            );
        }

        Tensor? Of(Tensor input, Tensor?[] gradients) => Array.IndexOf(leaves, input) is >= 0 and var at ? gradients[at] : null;
    }

    private static Tensor?[] Gradients(Tensor? of, Tensor[] leaves, bool createGraph) =>
        of is null || !of.requires_grad
            ? new Tensor?[leaves.Length]
            : [.. autograd.grad([of], leaves, create_graph: createGraph, allow_unused: true)];

    private static Tensor? SumOfSquares(Tensor?[] gradients) =>
        gradients
            .OfType<Tensor>()
            .Select(g => (g * g).sum())
            .Aggregate((Tensor?)null, (sum, term) => sum is null ? term : sum + term);

    private static string Function(string label) => label.Split(':')[0];
}
