using static TorchSharp.torch.nn.utils.rnn;

namespace Research.Parity.Cases;

/// <summary>Recurrent layers, on padded and on packed sequences.</summary>
internal static class Recurrent
{
    public static IEnumerable<KeyValuePair<string, Operation>> All =>
        new Dictionary<string, Operation>
        {
            ["rnn"] = x => Rnn(x, nn.RNN(x[0], x[1], x[2] > 3 ? 2 : 1, batchFirst: true, bidirectional: x[3] > 3)),
            ["gru"] = x => Gru(x, nn.GRU(x[0], x[1], x[2] > 3 ? 2 : 1, batchFirst: true, bidirectional: x[3] > 3)),
            ["lstm"] = x => Lstm(x, nn.LSTM(x[0], x[1], x[2] > 3 ? 2 : 1, batchFirst: true, bidirectional: x[3] > 3)),
            ["lstm, packed"] = Packed,
        };

    private static IEnumerable<Tensor> Rnn(CaseInputs x, TorchSharp.Modules.RNN layer)
    {
        Tensor input = x.Normal(x[4], x[5], x[0]);
        (Tensor outputs, Tensor hidden) = x.Filled(layer).call(input);
        return x.WithGradients(outputs, [input], layer).Append(hidden);
    }

    private static IEnumerable<Tensor> Gru(CaseInputs x, TorchSharp.Modules.GRU layer)
    {
        Tensor input = x.Normal(x[4], x[5], x[0]);
        (Tensor outputs, Tensor hidden) = x.Filled(layer).call(input);
        return x.WithGradients(outputs, [input], layer).Append(hidden);
    }

    private static IEnumerable<Tensor> Lstm(CaseInputs x, TorchSharp.Modules.LSTM layer)
    {
        Tensor input = x.Normal(x[4], x[5], x[0]);
        (Tensor outputs, Tensor hidden, Tensor cell) = x.Filled(layer).call(input);
        return x.WithGradients(outputs, [input], layer).Append(hidden).Append(cell);
    }

    private static IEnumerable<Tensor> Packed(CaseInputs x)
    {
        TorchSharp.Modules.LSTM layer = x.Filled(nn.LSTM(x[0], x[1], batchFirst: true, bidirectional: x[3] > 3));
        long[] lengths = [.. Enumerable.Range(0, x[4]).Select(i => (long)Math.Max(1, x[5] - i))];
        Tensor input = x.Normal(x[4], x[5], x[0]);
        (PackedSequence outputs, Tensor hidden, _) = layer.call(pack_padded_sequence(input, tensor(lengths), batch_first: true));
        Tensor padded = pad_packed_sequence(outputs, batch_first: true).Item1;
        return x.WithGradients(padded, [input], layer).Append(hidden);
    }
}
