#include "faulty_disk.hpp"

#include <string_view>

namespace {

faulty_disk* the_disk = nullptr;

/// The real file lies behind it in memory.
struct faulty_file
{
    sqlite3_file base;
    const char* name;

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

/// Runs a method of the real file with the arguments that ours got.
template <auto Method, class... Arguments>
int forward(sqlite3_file* file, Arguments... arguments)
{
    auto* real = reinterpret_cast<faulty_file*>(file)->real();
    return (real->pMethods->*Method)(real, arguments...);
}

void forward_barrier(sqlite3_file* file)
{
    auto* real = reinterpret_cast<faulty_file*>(file)->real();
    real->pMethods->xShmBarrier(real);
}

int sync(sqlite3_file* file, int flags)
{
    const auto* name = reinterpret_cast<faulty_file*>(file)->name;
    ++the_disk->syncs;
    if (the_disk->sync_fails_for != nullptr && name != nullptr &&
        std::string_view(name).ends_with(the_disk->sync_fails_for)) {
        return SQLITE_IOERR_FSYNC;
    }
    return forward<&sqlite3_io_methods::xSync>(file, flags);
}

sqlite3_io_methods methods(int version)
{
    using io = sqlite3_io_methods;
    return {version,
            forward<&io::xClose>,
            forward<&io::xRead, void*, int, sqlite3_int64>,
            forward<&io::xWrite, const void*, int, sqlite3_int64>,
            forward<&io::xTruncate, sqlite3_int64>,
            sync,
            forward<&io::xFileSize, sqlite3_int64*>,
            forward<&io::xLock, int>,
            forward<&io::xUnlock, int>,
            forward<&io::xCheckReservedLock, int*>,
            forward<&io::xFileControl, int, void*>,
            forward<&io::xSectorSize>,
            forward<&io::xDeviceCharacteristics>,
            forward<&io::xShmMap, int, int, int, void volatile**>,
            forward<&io::xShmLock, int, int, int>,
            forward_barrier,
            forward<&io::xShmUnmap, int>,
            nullptr,
            nullptr};
}

int open(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags)
{
    static const auto with_shared_memory = methods(2);
    static const auto without_shared_memory = methods(1);
    auto* opened = reinterpret_cast<faulty_file*>(file);
    opened->base.pMethods = nullptr;
    opened->name = name;
    auto* real = static_cast<sqlite3_vfs*>(vfs->pAppData);
    const int code = real->xOpen(real, name, opened->real(), flags, out_flags);
    if (opened->real()->pMethods != nullptr) {
        opened->base.pMethods =
            the_disk->without_shared_memory ? &without_shared_memory : &with_shared_memory;
    }
    return code;
}

} // namespace

faulty_disk::faulty_disk() : real_(sqlite3_vfs_find(nullptr)), faulty_(*real_)
{
    the_disk = this;
    faulty_.zName = "faulty";
    faulty_.szOsFile = static_cast<int>(sizeof(faulty_file)) + real_->szOsFile;
    faulty_.pAppData = real_;
    faulty_.xOpen = open;
    sqlite3_vfs_register(&faulty_, 1);
}

faulty_disk::~faulty_disk()
{
    sqlite3_vfs_unregister(&faulty_);
    sqlite3_vfs_register(real_, 1);
    the_disk = nullptr;
}
