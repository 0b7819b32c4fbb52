using Research.Torch.Tests.Modules;
using TorchSharp.Modules;
using static TorchSharp.torch.nn.utils.rnn;

namespace Research.Torch.Tests.Properties;

public class RecurrentGradientTests
{
    public static TheoryData<string, bool, bool> Cases =>
        new MatrixTheoryData<string, bool, bool>(["LSTM", "GRU", "RNN"], [false, true], [false, true]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_of_input_states_and_weights_are_limits_of_differences(string kind, bool packed, bool bidirectional)
    {
        manual_seed(3);
        using nn.Module module = kind switch
        {
            "LSTM" => nn.LSTM(2, 3, 2, bidirectional: bidirectional),
            "GRU" => nn.GRU(2, 3, 2, bidirectional: bidirectional),
            _ => nn.RNN(2, 3, 2, bidirectional: bidirectional),
        };
        int states = bidirectional ? 4 : 2;
        Tensor[] given = [Inputs.Normal(4, 3, 2), Inputs.Normal(states, 3, 3), Inputs.Probabilities(states, 3, 3)];
        Tensor[] inputs = kind == "LSTM" ? given : given[..2];
        GradientCheck.Run(x => Run(module, x, inputs.Length, packed), [.. inputs, .. module.parameters()]);
    }

    // All outputs in one vector.
    private static Tensor Run(nn.Module module, Tensor[] all, int count, bool packed)
    {
        Tensor[] inputs = all[..count];
        if (!packed)
        {
            return cat([.. GoldenForward.Padded(module, inputs).Select(output => output.flatten())]);
        }

        PackedSequence sequence = pack_padded_sequence(inputs[0], tensor([2L, 4, 1]), enforce_sorted: false);
        (PackedSequence output, Tensor[] states) = GoldenForward.Packed(module, sequence, inputs);
        return cat([output.data.flatten(), .. states.Select(state => state.flatten())]);
    }
}
