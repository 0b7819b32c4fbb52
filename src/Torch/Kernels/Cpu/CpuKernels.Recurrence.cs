using Research.Numerics;
using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

internal sealed unsafe partial class CpuKernels
{
    public void RecurrentForward(
        Recurrent layer,
        float* x,
        float* weight,
        float* bias,
        float* h0,
        float* c0,
        float* output,
        float* kept,
        float* hn,
        float* cn
    )
    {
        int width = layer.Gates * layer.Hidden;
        using var room = new Scratch(PackedRightMatrix.Floats(layer.Hidden, width));
        var packed = new PackedRightMatrix(layer.Hidden, width, room.Data);
        packed.Pack(new MatrixPanels<float>(new(weight, 1, layer.Hidden)));
        var pass = new ForwardPass(layer, packed, x, bias, h0, c0, output, kept, hn, cn);
        int[] starts = layer.Starts();
        RowBlocks(
            layer,
            (first, rows) =>
            {
                switch (layer.Cell)
                {
                    case CellKind.Lstm:
                        pass.Run<LstmCell>(starts, first, rows);
                        break;
                    case CellKind.Gru:
                        pass.Run<GruCell>(starts, first, rows);
                        break;
                    case CellKind.Tanh:
                        pass.Run<PlainCell<HyperbolicTangent, TanhGradient>>(starts, first, rows);
                        break;
                    default:
                        pass.Run<PlainCell<Rectified, ReluGradient>>(starts, first, rows);
                        break;
                }
            }
        );
    }

    public void RecurrentBackward(
        Recurrent layer,
        float* weight,
        float* h0,
        float* c0,
        float* output,
        float* kept,
        float* gradient,
        float* gradientH,
        float* gradientC,
        float* gradientX,
        float* gradientHidden,
        float* gradientH0,
        float* gradientC0
    )
    {
        int width = layer.Gates * layer.Hidden;
        using var room = new Scratch(PackedRightMatrix.Floats(width, layer.Hidden));
        var packed = new PackedRightMatrix(width, layer.Hidden, room.Data);
        packed.Pack(new MatrixPanels<float>(new(weight, layer.Hidden, 1)));
        var state = new BackwardState(h0, c0, output, kept);
        var slopes = new BackwardSlopes(gradient, gradientH, gradientC, gradientX, gradientHidden, gradientH0, gradientC0);
        var pass = new BackwardPass(layer, packed, state, slopes);
        int[] starts = layer.Starts();
        RowBlocks(
            layer,
            (first, rows) =>
            {
                switch (layer.Cell)
                {
                    case CellKind.Lstm:
                        pass.Run<LstmCell>(starts, first, rows);
                        break;
                    case CellKind.Gru:
                        pass.Run<GruCell>(starts, first, rows);
                        break;
                    case CellKind.Tanh:
                        pass.Run<PlainCell<HyperbolicTangent, TanhGradient>>(starts, first, rows);
                        break;
                    default:
                        pass.Run<PlainCell<Rectified, ReluGradient>>(starts, first, rows);
                        break;
                }
            }
        );
    }

    // Sequences do not meet: each block of rows runs through all steps by itself, and no thread waits for another.
    private static void RowBlocks(Recurrent layer, Action<int, int> body)
    {
        int height = PackedRightMatrix.TileRows(layer.Hidden);
        int blocks = (layer.Batch + height - 1) / height;
        ParallelLoop.For(blocks, block => body(block * height, Math.Min(height, layer.Batch - (block * height))));
    }
}
