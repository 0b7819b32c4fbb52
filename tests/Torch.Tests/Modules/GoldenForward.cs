using System.Text.Json;
using Research.Torch.Tests.Oracle;
using TorchSharp.Modules;
using static TorchSharp.torch.nn.utils.rnn;

namespace Research.Torch.Tests.Modules;

/// <summary>One case of modules.json through a module of ours: padded, or packed where lengths are given.</summary>
internal static class GoldenForward
{
    public static Tensor[] Run(nn.Module module, Tensor[] inputs, JsonElement item)
    {
        if (module is nn.Module<Tensor, Tensor> plain)
        {
            return [plain.call(inputs[0])];
        }

        bool batchFirst = new Settings(item.GetProperty("settings")).Bool("batch_first");
        if (!item.TryGetProperty("lengths", out JsonElement lengths))
        {
            return Padded(module, inputs);
        }

        long[] given = [.. lengths.EnumerateArray().Select(length => length.GetInt64())];
        PackedSequence packed = pack_padded_sequence(
            inputs[0],
            tensor(given),
            batchFirst,
            item.GetProperty("enforce_sorted").GetBoolean()
        );
        (PackedSequence output, Tensor[] states) = Packed(module, packed, inputs);
        (Tensor padded, Tensor after) = pad_packed_sequence(output, batchFirst);
        Assert.Equal(given, after.data<long>().ToArray());
        return [padded, .. states];
    }

    private static Tensor? H(Tensor[] inputs) => inputs.Length > 1 ? inputs[1] : null;

    private static (Tensor, Tensor)? HAndC(Tensor[] inputs) => inputs.Length > 2 ? (inputs[1], inputs[2]) : null;

    public static Tensor[] Padded(nn.Module module, Tensor[] inputs)
    {
        switch (module)
        {
            case LSTM lstm:
                (Tensor output, Tensor hn, Tensor cn) = lstm.call(inputs[0], HAndC(inputs));
                return [output, hn, cn];
            case GRU gru:
                (output, hn) = gru.call(inputs[0], H(inputs));
                return [output, hn];
            default:
                (output, hn) = ((RNN)module).call(inputs[0], H(inputs));
                return [output, hn];
        }
    }

    public static (PackedSequence Output, Tensor[] States) Packed(nn.Module module, PackedSequence input, Tensor[] inputs)
    {
        switch (module)
        {
            case LSTM lstm:
                (PackedSequence output, Tensor hn, Tensor cn) = lstm.call(input, HAndC(inputs));
                return (output, [hn, cn]);
            case GRU gru:
                (output, hn) = gru.call(input, H(inputs));
                return (output, [hn]);
            default:
                (output, hn) = ((RNN)module).call(input, H(inputs));
                return (output, [hn]);
        }
    }
}
