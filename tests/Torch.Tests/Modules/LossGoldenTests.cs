using System.Text.Json;
using Research.Torch.Tests.Oracle;
using TorchSharp.Modules;

namespace Research.Torch.Tests.Modules;

public class LossGoldenTests
{
    private static readonly GoldenFile File = new("losses.json", "module");

    // TorchSharp's NLLLoss has no ignore_index; -100 is what it has within.
    private static readonly string[] Excluded =
    [
        "NLLLoss: class weights, ignore_index 1, mean",
        "NLLLoss: class weights, ignore_index 1, sum",
        "NLLLoss: class weights, ignore_index 1, none",
    ];

    private static readonly Dictionary<string, Func<Settings, nn.Module<Tensor, Tensor, Tensor>>> Makers = new()
    {
        // The factory has no label_smoothing; the class has.
        ["CrossEntropyLoss"] = s => new CrossEntropyLoss(
            s.Tensor("weight"),
            s.Longs("ignore_index")?[0],
            s.Reduction(),
            s.Double("label_smoothing")
        ),
        ["NLLLoss"] = s => nn.NLLLoss(s.Tensor("weight"), s.Reduction()),
        ["MSELoss"] = s => nn.MSELoss(s.Reduction()),
        ["L1Loss"] = s => nn.L1Loss(s.Reduction()),
        ["SmoothL1Loss"] = s => nn.SmoothL1Loss(s.Reduction(), s.Double("beta", 1)),
        ["BCELoss"] = s => nn.BCELoss(s.Tensor("weight"), s.Reduction()),
        ["BCEWithLogitsLoss"] = s => nn.BCEWithLogitsLoss(s.Tensor("weight"), s.Reduction(), s.Tensor("pos_weight")),
    };

    public static TheoryData<string> Cases => File.Rows(label => Excluded.Contains(label));

    [Fact]
    public void The_cases_left_out_are_those_that_TorchSharp_cannot_say() =>
        Assert.Equal(
            Excluded,
            File.Labels.Where(label =>
                label.StartsWith("NLLLoss", StringComparison.Ordinal)
                && new Settings(File[label].GetProperty("settings")).Has("ignore_index")
            )
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loss_is_PyTorchs(string label)
    {
        JsonElement item = File[label];
        using DisposeScope scope = NewDisposeScope();
        using nn.Module<Tensor, Tensor, Tensor> loss = Makers[label.Split(':')[0]](new Settings(item.GetProperty("settings")));
        Tensor[] inputs = GoldenTensor.ReadAll(item.GetProperty("inputs"));
        JsonElement gradients = item.GetProperty("input_grads");
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i].requires_grad = gradients[i].ValueKind != JsonValueKind.Null;
        }

        Tensor output = loss.call(inputs[0], inputs[1]);
        GoldenTensor.Loss([output], item.GetProperty("weights"))!.backward();

        double tolerance = Tolerances.OfValues(label);
        Compare.Close(item.GetProperty("outputs")[0], output, tolerance, "output");
        for (int i = 0; i < inputs.Length; i++)
        {
            Compare.CloseGradient(gradients[i], inputs[i].grad, tolerance, $"gradient of input {i}");
        }
    }
}
