using Research.Torch.Kernels;

namespace Research.Torch.Devices.Cuda;

internal sealed unsafe partial class CudaKernels
{
    private const int SequencesAtOnce = 4; // of a block of threads

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
        (int hidden, int width) = (layer.Hidden, layer.Gates * layer.Hidden);
        using var turned = new CudaRoom(place, (long)hidden * width * sizeof(float));
        using var gates = new CudaRoom(place, (long)layer.Batch * width * sizeof(float));
        using var steps = new CudaRoom(place, 2L * layer.BatchSizes.Length * sizeof(int));
        Gather(sizeof(float), weight, [1, hidden], [hidden, width], turned.Data);
        Send(layer, steps);
        Launch(
            "recurrent_forward",
            Parts(layer.Batch, SequencesAtOnce),
            1,
            1,
            [
                (int)layer.Cell,
                layer.BatchSizes.Length,
                steps,
                (int*)steps.Data + layer.BatchSizes.Length,
                layer.Reverse ? 1 : 0,
                hidden,
                x,
                turned,
                bias,
                h0,
                c0,
                output,
                kept,
                hn,
                cn,
                gates,
            ]
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
        using var steps = new CudaRoom(place, 2L * layer.BatchSizes.Length * sizeof(int));
        Send(layer, steps);
        Launch(
            "recurrent_backward",
            Parts(layer.Batch, SequencesAtOnce),
            1,
            1,
            [
                (int)layer.Cell,
                layer.BatchSizes.Length,
                steps,
                (int*)steps.Data + layer.BatchSizes.Length,
                layer.Reverse ? 1 : 0,
                layer.Hidden,
                layer.Batch,
                weight,
                h0,
                c0,
                output,
                kept,
                gradient,
                gradientH,
                gradientC,
                gradientX,
                gradientHidden,
                gradientH0,
                gradientC0,
            ]
        );
    }

    // Where each step begins, and how many sequences run at it.
    private void Send(Recurrent layer, CudaRoom room)
    {
        int[] steps = [.. layer.Starts(), .. layer.BatchSizes];
        fixed (int* source = steps)
        {
            place.Upload(source, room.Data, (long)steps.Length * sizeof(int));
        }
    }
}
