using Research.Torch.Kernels;
using Research.Torch.Modules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Long short-term memory (Hochreiter and Schmidhuber, 1997), in layers and directions.</summary>
        public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
        {
            private readonly RecurrentBase _layers;

            internal LSTM(
                long inputSize,
                long hiddenSize,
                long numLayers,
                bool bias,
                bool batchFirst,
                double dropout,
                bool bidirectional
            )
                : base(nameof(LSTM)) =>
                _layers = new RecurrentBase(
                    this,
                    CellKind.Lstm,
                    inputSize,
                    hiddenSize,
                    numLayers,
                    bias,
                    batchFirst,
                    dropout,
                    bidirectional
                );

            /// <summary>Output, last hidden and last cell states [layers × directions, batch, hidden].</summary>
            public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null) =>
                _layers.Padded(input, h0_c0?.Item1, h0_c0?.Item2);

            public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

            public (nn.utils.rnn.PackedSequence, Tensor, Tensor) call(
                nn.utils.rnn.PackedSequence input,
                (Tensor, Tensor)? h0_c0 = null
            ) => _layers.Packed(input, h0_c0?.Item1, h0_c0?.Item2);

            public void flatten_parameters() { }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static LSTM LSTM(
                long inputSize,
                long hiddenSize,
                long numLayers = 1,
                bool bias = true,
                bool batchFirst = false,
                double dropout = 0.0,
                bool bidirectional = false,
                Device? device = null,
                ScalarType? dtype = null
            )
            {
                CheckPlace(device, dtype);
                return new LSTM(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
            }
        }
    }
}
