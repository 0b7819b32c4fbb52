using Research.Torch;
using Research.Torch.Autograd;
using Research.Torch.Devices;
using Research.Torch.Functions;
using Research.Torch.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Numbers in a row-major box of any number of dimensions.</summary>
    /// <remarks>
    /// <para>Always contiguous: what would need strides (transpose, permute, expand, slices across rows) is a copy; reshape, view,
    /// and slices of whole rows share memory.</para>
    /// <para>Element types: Float32, Int64 and Bool; others are refused by name. Operations that meet two types take the wider one.</para>
    /// </remarks>
    public partial class Tensor : IDisposable
    {
        private Block? _block;

        internal Tensor(Block block, long offset, long[] sizes, ScalarType type, bool isView)
        {
            _block = block;
            Offset = offset;
            Sizes = sizes;
            dtype = type;
            IsView = isView;
        }

        /// <summary>A new tensor with room for its values, which are whatever lay there.</summary>
        internal static Tensor New(ReadOnlySpan<long> sizes, ScalarType type, Place place)
        {
            long bytes = Shapes.Bytes(sizes, ScalarTypes.Size(type));
            return new Tensor(new Block(Math.Max(bytes, 1), place), 0, sizes.ToArray(), type, isView: false).InScope();
        }

        /// <summary>A new tensor where this one lies.</summary>
        internal Tensor NewHere(ReadOnlySpan<long> sizes, ScalarType type) => New(sizes, type, Place);

        internal Block Block =>
            _block
            ?? throw new ObjectDisposedException(
                nameof(Tensor),
                $"A tensor of shape {Shapes.Text(Sizes)} was used after it was disposed of, by itself or with its scope."
            );

        internal long Offset { get; private set; }

        internal long[] Sizes { get; private set; }

        internal bool IsView { get; }

        /// <summary>The memory's version when the view was made.</summary>
        private int ViewVersion { get; init; }

        internal AutogradMeta? Meta { get; set; }

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Where the values lie.</summary>
        internal Place Place => Block.Place;

        /// <summary>The kernels that work there.</summary>
        internal IKernels Kernels => Place.Kernels;

        internal unsafe void* Data => Block.Data + (Offset * ScalarTypes.Size(dtype));

        internal unsafe float* Floats => (float*)Data;

        internal unsafe long* Longs => (long*)Data;

        internal unsafe bool* Bools => (bool*)Data;

        /// <summary>Sizes, outermost first.</summary>
        public long[] shape => [.. Sizes];

        public ScalarType dtype { get; }

        public Device device => Place.Device;

        public DeviceType device_type => device.type;

        public bool IsInvalid => _block is null;

        public long dim() => Sizes.Length;

        public long ndim => Sizes.Length;

        public long Dimensions => Sizes.Length;

        public long numel() => Shapes.Count(Sizes);

        public long NumberOfElements => numel();

        public long ElementSize => ScalarTypes.Size(dtype);

        public long[] size() => shape;

        public long size(int dim) => Sizes[Shapes.Dimension("size", dim, Sizes.Length)];

        public bool is_contiguous() => _block is not null;

        public Tensor contiguous() => alias();

        public long[] stride() => Shapes.Strides(Sizes);

        public bool is_floating_point() => dtype == ScalarType.Float32;

        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Another handle on the same tensor, in no scope.</summary>
        internal Tensor Alias() => new(Block.Share(), Offset, Sizes, dtype, IsView) { Meta = Meta, ViewVersion = ViewVersion };

        internal Tensor InScope()
        {
            DisposeScope? scope = DisposeScopeManager.ThreadSingleton.CurrentDisposeScope;
            if (scope is not null)
            {
                OwningDisposeScope = scope;
                scope.Disposables.Add(this);
            }

            return this;
        }

        /// <summary>The same memory read in another shape of as many elements, from a place on; carries no history.</summary>
        internal Tensor ViewOf(long offset, ReadOnlySpan<long> sizes) =>
            new Tensor(Block.Share(), Offset + offset, sizes.ToArray(), dtype, isView: true)
            {
                ViewVersion = Block.Version,
            }.InScope();

        public Tensor alias() => Alias().InScope();

        /// <summary>Moves the values, and their gradient, to another place; other handles on the old memory keep it.</summary>
        internal void MoveTo(Place place)
        {
            if (Place == place)
            {
                return;
            }

            using (no_grad())
            {
                using Tensor moved = Raw.Copy(this, place);
                Block former = Block;
                (_block, Offset) = (moved.Block.Share(), 0);
                former.Release();
                Meta?.Grad?.MoveTo(place);
            }
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            OwningDisposeScope?.MoveToOther(other, this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>Gives the memory back, unless other handles or a recorded operation still need it.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            Block? block = _block;
            _block = null;
            block?.Release();
            OwningDisposeScope?.MarkAsDisposed(this);
            OwningDisposeScope = null;
        }

        /// <summary>Shape and type, such as "[2x3], type = Float32, device = cpu".</summary>
        public override string ToString() => $"[{string.Join('x', Sizes)}], type = {dtype}, device = {device}";
    }
}
