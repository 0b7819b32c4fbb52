using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace Research.Models.Networks;

/// <summary>RNN, LSTM or GRU layers behind one call: outputs and last hidden states.</summary>
internal sealed class RecurrentLayers : nn.Module<PackedSequence, (PackedSequence, Tensor)>
{
    private readonly RNN? rnn;
    private readonly LSTM? lstm;
    private readonly GRU? gru;

    public RecurrentLayers(int inputs, RecurrentSettings settings)
        : base(nameof(RecurrentLayers))
    {
        (int hidden, int layers, bool both) = (settings.Hidden, settings.Layers, settings.Bidirectional);
        double dropout = layers > 1 ? settings.Dropout : 0;
        switch (settings.Kind)
        {
            case RecurrentKind.Rnn:
                rnn = nn.RNN(inputs, hidden, layers, batchFirst: true, dropout: dropout, bidirectional: both);
                break;
            case RecurrentKind.Lstm:
                lstm = nn.LSTM(inputs, hidden, layers, batchFirst: true, dropout: dropout, bidirectional: both);
                break;
            default:
                gru = nn.GRU(inputs, hidden, layers, batchFirst: true, dropout: dropout, bidirectional: both);
                break;
        }

        RegisterComponents();
    }

    /// <summary>Packed sequences to packed outputs and last hidden states [layers × directions, batch, hidden].</summary>
    public override (PackedSequence, Tensor) forward(PackedSequence input)
    {
        if (lstm is not null)
        {
            (PackedSequence outputs, Tensor h, _) = lstm.call(input);
            return (outputs, h);
        }

        return rnn is not null ? rnn.call(input) : gru!.call(input);
    }

    /// <summary>Padded sequences [batch, steps, features] to padded outputs and last hidden states.</summary>
    public (Tensor Outputs, Tensor Hidden) Padded(Tensor input)
    {
        if (lstm is not null)
        {
            (Tensor outputs, Tensor h, _) = lstm.call(input);
            return (outputs, h);
        }

        return rnn is not null ? rnn.call(input) : gru!.call(input);
    }
}
