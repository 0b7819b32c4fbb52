using Research.Torch.Kernels;

namespace Research.Torch.Devices.Cuda;

internal sealed unsafe partial class CudaKernels
{
    private const int Piece = 4096; // values of a parameter that one block of threads updates

    public void AdamStep(ReadOnlySpan<UpdateTask> tasks) => Update("adam", tasks);

    public void DescentStep(ReadOnlySpan<UpdateTask> tasks, DescentFactors factors) =>
        Update(
            "descent",
            tasks,
            factors.Rate,
            factors.Momentum,
            factors.WeightDecay,
            factors.Nesterov ? 1 : 0,
            factors.Maximize ? 1 : 0
        );

    // All parameters in one launch: what is done to each travels to the GPU first.
    private void Update(string kernel, ReadOnlySpan<UpdateTask> tasks, params ReadOnlySpan<Argument> factors)
    {
        var sent = new CudaTask[tasks.Length];
        var ends = new int[tasks.Length];
        int pieces = 0;
        for (int i = 0; i < tasks.Length; i++)
        {
            pieces += Parts(tasks[i].Count, Piece);
            (sent[i], ends[i]) = (new CudaTask(tasks[i]), pieces);
        }

        if (pieces == 0)
        {
            return;
        }

        using var taskRoom = new CudaRoom(place, (long)sizeof(CudaTask) * sent.Length);
        using var endRoom = new CudaRoom(place, (long)sizeof(int) * ends.Length);
        fixed (CudaTask* source = sent)
        fixed (int* last = ends)
        {
            place.Upload(source, taskRoom.Data, (long)sizeof(CudaTask) * sent.Length);
            place.Upload(last, endRoom.Data, (long)sizeof(int) * ends.Length);
        }

        Launch(kernel, pieces, 1, 1, [taskRoom, endRoom, tasks.Length, .. factors]);
    }
}
